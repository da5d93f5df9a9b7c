"""`zohodesk call`: any action."""
