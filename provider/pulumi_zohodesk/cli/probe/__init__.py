"""`zohodesk probe`: how an organisation answers what is not known of the API."""
