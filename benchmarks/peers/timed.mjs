// CPU milliseconds of each of many calls, after some that only warm up; printed as JSON with the size of the last answer.
import {readFileSync} from "node:fs";

export const picture = JSON.parse(readFileSync(process.argv[2], "utf8"));
const times = Number(process.argv[3]);

export function timed(name, draw) {
  for (let i = 0; i < times; i++) draw();
  const spent = [];
  let size = 0;
  for (let i = 0; i < times; i++) {
    const begun = process.cpuUsage();
    size = draw().length;
    const {user, system} = process.cpuUsage(begun);
    spent.push((user + system) / 1000);
  }
  console.log(JSON.stringify({name, spent, size}));
}
