import {readFileSync} from "node:fs";

const ids = readFileSync(`${process.env.VOTES}/votes.csv`, "utf8").trim().split("\n").slice(1).map((line) => line.split(",")[0]);

export default {
  root: "src",
  title: "Votes",
  search: true,
  pages: [],
  globalStylesheets: [],
  theme: "air",
  dynamicPaths: ids.map((id) => `/votes/${id}`),
};
