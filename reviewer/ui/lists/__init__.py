"""The Lists page, and the preview of documents on their way in."""
