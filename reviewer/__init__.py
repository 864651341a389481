"""Find, review and merge the many spellings of the same signatory."""

__version__ = "0.1.0"
