# CPU milliseconds of each of many drawings, printed as JSON lines.
suppressPackageStartupMessages({library(ggplot2); library(svglite); library(jsonlite)})
given <- commandArgs(TRUE)
picture <- fromJSON(given[1])
times <- as.integer(given[2])
draw <- function() {
  ggplot(picture$dots, aes(x, y, colour = role)) + geom_point(size = 3) +
    geom_text(data = picture$legend, aes(x, y, label = text)) +
    scale_colour_manual(values = unlist(picture$colours)) + scale_y_reverse() + coord_fixed() +
    theme_void() + labs(title = picture$title)
}
timed <- function(name, save) {
  file <- tempfile()
  for (i in 1:3) save(file)
  spent <- sapply(seq_len(times), function(i) {
    begun <- proc.time()
    save(file)
    took <- proc.time() - begun
    1000 * (took[["user.self"]] + took[["sys.self"]])
  })
  cat(toJSON(list(name = name, spent = spent, size = file.info(file)$size), auto_unbox = TRUE), "\n", sep = "")
}
inches <- c(picture$width, picture$height) / 96
timed("ggplot2, svglite: SVG", function(file) {
  svglite(file, inches[1], inches[2]); print(draw()); invisible(dev.off())
})
timed("ggplot2: PNG at 2x", function(file) {
  png(file, picture$width * 2, picture$height * 2, res = 192); print(draw()); invisible(dev.off())
})
