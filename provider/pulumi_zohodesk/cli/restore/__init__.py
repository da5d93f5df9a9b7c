"""`zohodesk restore`: objects as a snapshot has them."""
