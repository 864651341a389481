"""What several pages are made of: looks, words, values to show, small widgets."""
