import * as d3 from "d3";
import {parseHTML} from "linkedom";
import {picture, timed} from "./timed.mjs";

const {document} = parseHTML("<!doctype html><html><body></body></html>");
const {width, height, title, legend, dots, colours} = picture;

timed("D3, linkedom: SVG", () => {
  const svg = d3.select(document.createElementNS("http://www.w3.org/2000/svg", "svg"))
    .attr("xmlns", "http://www.w3.org/2000/svg").attr("viewBox", `0 0 ${width} ${height}`);
  svg.append("text").attr("y", 20).attr("font-size", 18).text(title);
  svg.selectAll("circle").data(dots).join("circle")
    .attr("cx", (d) => d.x).attr("cy", (d) => d.y).attr("r", (d) => d.r).attr("fill", (d) => colours[d.role])
    .append("title").text((d) => d.name);
  svg.selectAll("text.legend").data(legend).join("text").attr("class", "legend")
    .attr("x", (d) => d.x).attr("y", (d) => d.y).attr("text-anchor", "middle").text((d) => d.text);
  return svg.node().outerHTML;
});
