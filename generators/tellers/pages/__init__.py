"""Page kinds, a folder each: `pages(desk)` says which pages there are, a template places their finished words.

Pages do not import figures: the build hands them finished pictures with their words and addresses. A folder that offers
`pages` is found by its name; there is no register to edit. Kinds of other packages come through `tellers.pages`.
"""
