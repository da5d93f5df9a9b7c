"""`zohodesk clone`: one organisation into another."""
