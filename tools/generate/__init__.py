"""Code that follows from tables."""
