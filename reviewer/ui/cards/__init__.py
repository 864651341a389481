"""The Review and Spellings pages: the queue beside the card in hand."""
