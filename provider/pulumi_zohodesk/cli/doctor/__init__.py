"""`zohodesk doctor`: what stands between this machine and an organisation."""
