"""`zohodesk login`: consent, and keeping the secrets."""
