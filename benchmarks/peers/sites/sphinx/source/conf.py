"""Charts as PNG, as wide as those of the other peers."""

project = "Votes"
extensions = ["matplotlib.sphinxext.plot_directive"]
plot_formats = [("png", 200)]
plot_html_show_formats = False
plot_html_show_source_link = False
