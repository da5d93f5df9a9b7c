"""`zohodesk adopt`: take what exists under the management of a stack."""
