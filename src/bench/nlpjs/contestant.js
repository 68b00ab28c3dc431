// nlp.js as its own documentation sets it up, trained and asked as Contestant.java is; prints the same JSON.
const fs = require('fs');
const { dockStart } = require('@nlpjs/basic');

const [file, outOfScope, passes] = process.argv.slice(2);
const rows = fs
  .readFileSync(file, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => line.split('\t'))
  .map(([split, label, ...text]) => ({ split, label, text: text.join('\t') }));

// Its network learns row by row and forgets what came long ago, so rows in the order of their labels would do it wrong.
let seed = 1;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const mixed = rows
  .filter(({ split, label }) => split === 'train' && (label !== 'oos' || outOfScope === 'class'))
  .map((row) => ({ row, place: random() }))
  .sort((one, other) => one.place - other.place)
  .map(({ row }) => row);

const cpuMicros = () => process.cpuUsage().user + process.cpuUsage().system;

async function main() {
  const nlp = (
    await dockStart({
      settings: {
        nlp: { languages: ['en'], autoSave: false, autoLoad: false, forceNER: false, threshold: 0, nlu: { log: false } },
      },
      use: ['Basic', 'LangEn'],
    })
  ).get('nlp');
  const started = cpuMicros();
  for (const { label, text } of mixed) nlp.addDocument('en', text, label);
  await nlp.train();
  const trained = cpuMicros();
  const asked = rows.filter((row) => row.split !== 'train');
  const guesses = [];
  for (const { text } of asked) {
    const { classifications } = await nlp.process('en', text);
    const { intent, score } = classifications[0];
    guesses.push({ label: intent === 'None' ? 'oos' : intent, sure: score });
  }
  const first = cpuMicros();
  for (let pass = 0; pass < passes; pass++) {
    for (const { text } of asked) await nlp.process('en', text);
  }
  const told = {
    trainCpuSeconds: (trained - started) / 1e6,
    cpuMicrosAMessage: (cpuMicros() - first) / (passes * asked.length),
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    guesses,
  };
  fs.writeFileSync(process.argv[5], JSON.stringify(told));
}

main();
