"""A page: the chart, which the reader's browser draws, and the table."""

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, os.environ["PEERS"])
from votes import dots, vote_of

wanted = next(argument.removeprefix("--id=") for argument in sys.argv if argument.startswith("--id="))
vote = vote_of(Path(os.environ["VOTES"]), wanted)
things = json.dumps([dict(zip(("x", "y", "colour", "name"), dot, strict=True)) for dot in dots(vote)])
rows = "\n".join(f"<tr><td>{name}</td><td>{option}</td></tr>" for _, name, option in vote.ballots)
print(f"""# {vote.title}

{vote.counts}

```js
import * as Plot from "@observablehq/plot";
display(Plot.plot({{
  axis: null, height: 300, y: {{reverse: true}},
  marks: [Plot.dot({things}, {{x: "x", y: "y", r: 7, fill: "colour", title: "name"}})],
}}));
```

<table>
<tr><th>member</th><th>ballot</th></tr>
{rows}
</table>
""")
