"""`zohodesk preview` and `zohodesk up`."""
