"""`zohodesk guide`: how to connect an organisation."""
