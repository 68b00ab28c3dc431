// Talks through OpenAI's own library: openai.mjs <base URL> <way> <message>…
// Each message is sent together with all that was said before it, and the last reply is printed.
import OpenAI from 'openai';

const [baseURL, way, ...said] = process.argv.slice(2);
const client = new OpenAI({baseURL, apiKey: 'none', maxRetries: 0});

const ways = {
  async whole(messages) {
    const completion = await client.chat.completions.create({model: 'scapula', messages});
    return completion.choices[0].message.content;
  },
  async stream(messages) {
    let text = '';
    for await (const chunk of await client.chat.completions.create({model: 'scapula', messages, stream: true})) {
      text += chunk.choices[0].delta.content ?? '';
    }
    return text;
  },
  async models() {
    return (await client.models.list()).data.map(model => model.id).join(' ');
  },
};

const messages = [];
try {
  for (const content of said) {
    messages.push({role: 'user', content});
    messages.push({role: 'assistant', content: await ways[way](messages)});
  }
  process.stdout.write(messages.at(-1)?.content ?? (await ways[way]()));
} catch (refused) {
  process.stdout.write(`${refused.constructor.name} ${refused.status}: ${refused.error.message}`);
}
