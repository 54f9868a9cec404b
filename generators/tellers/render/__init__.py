"""From drawings and contexts to bytes: Matplotlib to SVG and PNG, Jinja2 to text."""
