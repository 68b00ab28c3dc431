/** What goes over the wire, as the page sees it, and what its modules hand to each other. Not loaded by the page. */

type Span = { text: string; strong: boolean };
type Block = { kind: 'paragraph' | 'bullets' | 'steps' | 'quote'; lines: Span[][] };
type Source = { id: string; title: string; year: number | null };
/** A drawing; its text is what stands for it where it cannot be seen. */
type Picture = { url: string; title: string; text: string };
type Answer = {
  id: string;
  title: string;
  blocks: Block[];
  more?: Block[];
  pictures?: Picture[];
  sources: Source[];
  reviewed: string;
};
type Call = { label: string; number: string };
type Card = {
  kind: 'emergency' | 'urgent' | 'soon' | 'self_care' | 'not_checked' | 'crisis' | 'ask';
  urgency: string;
  heading: string;
  blocks: Block[];
  call: Call | null;
};
type Option = { id: string; label: string; message: string; group?: string | null; sets: string[] };
/** Of the groups named in oneOf, one option only holds; a drawing mirrors the list. */
type Question = {
  id: string;
  text: string;
  kind: 'one' | 'many' | 'free';
  note?: string | null;
  why?: string;
  oneOf?: string[];
  drawing?: 'back' | null;
  options: Option[];
  remaining: number;
};
type State = 'present' | 'absent' | 'unsure';
type Finding = { token: string; label: string; state: State; text: string | null; turn: number };
type Understood = { language: string; about: 'self' | 'other'; findings: Finding[] };
type Reason = { rule: string; sources: Source[] };
type Reply = {
  conversationId: string;
  turn: number;
  text: string;
  cards: Card[];
  lead: Block[];
  answers: Answer[];
  related?: { id: string; title: string }[];
  question: Question | null;
  understood: Understood;
  because: Reason[];
  wouldChange: { text: string }[];
  summary: { html: string } | null;
  safety: string;
  triage: { level: string; call: Call };
};

/** What the person typed, tapped or ticked; the message is missing where options were ticked. */
type Content = { message?: string; chosen?: string[] };
/** Answers with words as they stand on the page, and with their content. */
type Say = (words: string, content: Content) => void;
/** Lets the person correct what a chip says. */
type Mend = (finding: Finding, chip: HTMLButtonElement) => void;
/** One thing said, and its reply; corrected names the finding that it put right. */
type Turn = { at?: string; said: string; chosen: string[]; corrected?: string | null; reply: Reply };
type Past = { conversationId: string; region: string; turns: Turn[] };
/** What is on the page; the other turns are the conversation's. */
type Talk = { id?: string; turns: Turn[]; stopWaiting?: () => void };

/** Why there is no answer, in the server's words where it gave any; without a status it was not reached. */
type Facts = { status?: number; detail?: string; safety?: string; retryAfter?: number };
/** What a request brought, or why nothing came. */
type Came = { came?: any; facts?: Facts };
/** What a box or radio button stands for. */
type Item = { id: string; label: string; sets: string[]; box: HTMLInputElement };
/** What may stand in an element: text, never markup; what is not there is left out. */
type Child = Node | string | false | 0 | null | undefined | Child[];

// What the modules offer each other, and the longer of their own functions.

/** A new element with its properties, or only a class; strings among the children become text, never markup. */
type MakeElement = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: string | Partial<HTMLElementTagNameMap[Name]>,
  ...children: Child[]
) => HTMLElementTagNameMap[Name];
type Folded = (line: Child, parts: Child) => HTMLElement;
type MakeButton = (label: Child, press: () => void, className?: string) => HTMLButtonElement;
type OnceButton = (label: string, used: string, press: () => void) => HTMLButtonElement;
type UsedUp = (button: HTMLButtonElement, used: string) => void;

/** Every request may be sent again: a message by its messageId, the others because they say how things are. */
type AskServer = (method: string, path: string, content?: object) => Promise<Came>;

/** The bar holds an alarm, the emergency line, and a link that calls. */
type RegionMenu = (menu: HTMLSelectElement, bar: HTMLElement) => Region;
/** The page scrolls; the entries are the log's. */
type Follow = (page: HTMLElement, entries: HTMLElement, button: HTMLButtonElement) => Follower;
/**
 * The box grows with the words; what is in it outlives a reload. The scroller turns its pages from the empty box. Say tells
 * whether the words were taken; if not, they stay. It gives a way
 * to empty the box.
 */
type Composer = (form: HTMLFormElement, scroller: HTMLElement, say: (words: string) => boolean, touched: (full: boolean) => void) => () => void;
/** Acts by the ids of their buttons. */
type ConversationMenu = (
  menu: HTMLElement,
  acts: Record<string, () => void>,
  turns: () => Turn[],
  tell: (status: string) => void,
) => void;

/** Before is what the reply before had understood; chosen is how the person answered it, where that is known. */
type ReplyEntry = (reply: Reply, before: Finding[], chosen: string[], say: Say, mend: Mend) => HTMLElement;
type QuestionPart = (question: Question, chosen: string[], say: Say) => HTMLElement;
type Checklist = (question: Question, chosen: string[], say: Say) => Child;
/** Chosen are the ids that are ticked at first. */
type Choices = (question: Question, chosen: string[], touched?: () => void) => { parts: Child; ticked: () => Item[] };
type UntickWhatContradicts = (touched: Item, items: Item[]) => void;
/** The list is the real control: the drawing shows what it says, and a tap on the drawing is a tap on the list. */
type BackMap = (items: Pick<Item, 'box' | 'sets'>[]) => SVGElement;
/** A form whose radio buttons say a place each. */
type PlaceForm = (form: HTMLFormElement, say: (words: string) => void) => void;
/**
 * What is there before what is not, and not what an unanswered question left open. Where there are many, what was left
 * unticked is shown when asked for.
 */
type UnderstoodLine = (reply: Reply, before: Finding[], mend: Mend) => Child;
type Corrected = (token: string, reply: Reply) => string;
type MakeChip = (finding: Finding, mend: Mend) => HTMLButtonElement;
type MoreChips = (chips: HTMLElement[], label: string) => HTMLElement;
/**
 * To a chip that says “no chest pain”, “Yes” means that there is none.
 * The popover has a line for the chip's words, and three buttons.
 */
type ChipChoices = (popover: HTMLElement, correct: (finding: Finding, state: State) => void) => Mend;

/** The emergency line is for when the server could not send one; by itself it is tried again once the device is online. */
type FailureEntry = (
  what: string,
  facts: Facts,
  emergencyLine: string,
  tryAgain: () => void,
  byItself: boolean,
) => HTMLElement;
/** Gives a function to be told whether something could not be sent. */
type OfflineBanner = (banner: HTMLElement, emergencyLine: () => string) => (lost: boolean) => void;
/** The lines are said one after the other. Gives a function that ends it. */
type StartWaiting = (lines: HTMLElement, send: HTMLElement) => () => void;

/** The question is the one that stood before the bubble. */
type Changeable = (
  bubble: HTMLElement,
  turn: Turn,
  question: Question | null | undefined,
  send: (content: Content, failed: (facts: Facts) => void) => void,
) => void;
type Answered = (turn: Turn, question: Question | null | undefined) => { part: Child; content: () => Content };

type Send = (message: Content & { messageId: string; region: string }, bubble: HTMLElement, again?: boolean) => void;
type Correct = (finding: Finding, state: State) => void;
type Ask = (asked: Promise<Came>, shown: (came: any) => void, failed: (facts: Facts) => void) => Promise<void>;
type Fail = (what: string, facts: Facts, again: () => void, byItself?: boolean) => void;
/** Chosen is how the reply was answered, where that is known. */
type Taken = (turn: Turn, bubble: HTMLElement, chosen?: string[]) => HTMLElement;
type ChangeTurn = (turn: number, content: Content, failed: (facts: Facts) => void) => void;

/** What outlives a reload, in this tab only. */
type Kept = 'conversation' | 'region' | 'draft';

interface Region {
  chosen: () => string;
  emergencyLine: () => string;
  /** The page's own where there is none. */
  choose: (region?: string) => void;
  /** Keeps the call in view as long as the level is an emergency. */
  hold: (reply?: Reply) => void;
}

interface Follower {
  /** Goes to the end, because the person has said something. */
  toEnd: () => void;
  /** Appends an entry; a long one is shown from its beginning. */
  arrive: (entry: HTMLElement) => void;
}
