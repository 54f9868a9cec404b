"""Figure kinds, a module each; the module's name is the name of the kind.

A kind offers `SUBJECT` (`vote`, `series`, `member` or `quote`), `WIDTHS`, `subjects(content)`, `marks(subject, content,
words)` and `draw(chart, width)`; `FILES` where files are made of fewer widths than are shown,
`draw_file(chart, width)` where what travels is drawn otherwise than what pages show. Kinds of other packages are
found through the entry point group `tellers.figures`.
"""
