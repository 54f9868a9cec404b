"""How things look, as data: colours of roles in both themes, sizes, and the widths of text. Nothing here draws."""
