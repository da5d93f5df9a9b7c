"""`zohodesk diff`: two organisations, or one and an export."""
