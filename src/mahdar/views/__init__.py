"""What people see: command line, tables, pages, explanations."""
