// The same rows through PouchDB and express-pouchdb, both on LevelDB on the same disk: up from one database, down to another.
// Prints one JSON line. usage: node measure.mjs FOLDER ROWS
import { mkdirSync } from "node:fs";
import express from "express";
import serve from "express-pouchdb";
import PouchDB from "pouchdb-node";

const [folder, count] = [process.argv[2], Number(process.argv[3])];
const place = (name) => {
  mkdirSync(`${folder}/${name}`, { recursive: true });
  return PouchDB.defaults({ prefix: `${folder}/${name}/` });
};

const app = express();
app.use("/db", serve(place("server"), { mode: "minimumForPouchDB", inMemoryConfig: true, logPath: `${folder}/log` }));
const server = app.listen(0, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${server.address().port}/db/workspace`;
  const first = new (place("first"))("desk");
  const rows = Array.from({ length: count }, (_, number) => ({
    _id: crypto.randomUUID(),
    title: `Chair ${number}`,
    description: `Oak, oiled, made to measure, number ${number}`,
    price: (number % 500) + 0.5,
    currency: "EUR",
    type: "ARTISAN",
    hidden: false,
    created_at: 1790000000000 + number,
    updated_at: 1790000000000 + number,
  }));
  await first.bulkDocs(rows);
  const up = await timed(() => first.replicate.to(url, { batch_size: 500 }));
  const second = new (place("second"))("desk");
  const down = await timed(() => second.replicate.from(url, { batch_size: 2000 }));
  console.log(
    JSON.stringify({
      rows: count,
      push_rows_per_s: Math.round(count / up),
      bootstrap_rows_per_s: Math.round(count / down),
      bootstrap_s: Math.round(down * 100) / 100,
    }),
  );
  process.exit(0);
});

async function timed(work) {
  const began = performance.now();
  const done = await work();
  if (done.docs_written !== count) throw new Error(`${done.docs_written} of ${count} rows`);
  return (performance.now() - began) / 1000;
}
