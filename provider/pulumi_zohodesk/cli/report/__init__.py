"""`zohodesk report`: who has which skill, and what belongs to what."""
