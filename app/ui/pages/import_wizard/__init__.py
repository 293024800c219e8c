"""Import: from a CSV file to inquiries or workplaces, looked at before anything is written."""
