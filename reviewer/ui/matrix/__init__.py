"""The page that shows who signed what."""
