"""`zohodesk drift`: what people changed since the stack was applied last."""
