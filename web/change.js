import { button, element, unseen } from './element.js';
import { choices } from './question.js';

/** Lets the person change a bubble of theirs: the words, or how they answered the question. @type {Changeable} */
export function changeable(bubble, turn, question, send) {
  const opener = button(['Change', unseen(` what you said: ${turn.said}`)], open, 'quiet');
  bubble.append(element('div', { className: 'change', ariaLive: 'off' }, opener));

  function open() {
    const { part, content } = answered(turn, question);
    const failure = element('p', { className: 'missing', role: 'status' });
    const submit = element('button', 'submit', 'Change it');
    const form = element('form', { className: 'many', ariaLive: 'off' },
      part, element('div', 'pair', submit, button('Cancel', close)), failure);

    function close() {
      form.remove();
      opener.focus();
    }

    form.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Escape') close();
    });
    form.addEventListener('submit', event => {
      event.preventDefault();
      failure.textContent = '';
      send(content(), ({ detail = 'Scapula could not be reached.' }) => {
        failure.textContent = `Nothing has changed. ${detail}`;
        submit.textContent = 'Try again';
      });
    });
    bubble.append(form);
    /** @type {HTMLElement} */ (form.querySelector('textarea, :checked')).focus();
  }
}

/** @type {Answered} */
function answered({ said, chosen }, question) {
  if (chosen.length && question) {
    const { parts, ticked } = choices(question, chosen);
    const part = element('fieldset', {}, element('legend', {}, question.text), parts);
    return { part, content: () => ({ chosen: ticked().map(({ id }) => id) }) };
  }
  const part = element('textarea', { value: said, rows: 3, maxLength: 2000, required: true, ariaLabel: 'What you want to say instead' });
  return { part, content: () => ({ message: part.value }) };
}
