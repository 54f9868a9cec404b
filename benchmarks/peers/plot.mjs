import * as Plot from "@observablehq/plot";
import {parseHTML} from "linkedom";
import {picture, timed} from "./timed.mjs";

const {document} = parseHTML("<!doctype html><html><body></body></html>");
const {width, height, title, legend, dots, colours} = picture;

timed("Observable Plot, linkedom: SVG", () =>
  Plot.plot({
    document, width, height, margin: 0,
    x: {type: "identity", axis: null}, y: {type: "identity", axis: null}, r: {type: "identity"},
    color: {domain: Object.keys(colours), range: Object.values(colours)},
    marks: [
      Plot.dot(dots, {x: "x", y: "y", r: "r", fill: "role", title: "name"}),
      Plot.text([title], {frameAnchor: "top-left", fontSize: 18}),
      Plot.text(legend, {x: "x", y: "y", text: "text", fill: "role", textAnchor: "middle"}),
    ],
  }).outerHTML,
);
