"""The Entries page: all entries beside the one in hand."""
