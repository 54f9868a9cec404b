"""Running a site builder on the plain files. With the plugin, the only place that knows MkDocs."""
