"""What somebody takes away from the site: data in the field's formats."""
