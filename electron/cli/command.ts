import { Command, Option } from 'commander';
import type { Common } from './context.ts';
import { type Answer, write } from './output.ts';
import { say } from './texts.ts';

/** Headings of commander's help, by what it calls them. */
const headings: Readonly<Record<string, string>> = {
  'Usage:': 'help.usage',
  'Arguments:': 'help.arguments',
  'Options:': 'help.options',
  'Global Options:': 'help.globalOptions',
  'Commands:': 'help.commands',
};

/** The program without its commands. Options of every command may stand before or after the command's name. */
export function createProgram(): Command {
  const program = new Command('custodia');
  program
    .description(say('help.program'))
    .exitOverride()
    // What is wrong is told by `fail`, in the user's language.
    .configureOutput({ outputError: () => undefined })
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => say(headings[title] ?? title),
      styleUsage: (usage) => placeholders(usage),
      styleSubcommandTerm: (term) => placeholders(term),
    })
    .helpOption('-h, --help', say('help.help'))
    .helpCommand(false)
    .addHelpText('after', `\n${say('help.exit')}`);
  for (const name of ['vault', 'user', 'passphrase-file', 'json', 'progress']) option(program, name);
  return program;
}

function placeholders(text: string): string {
  return text
    .replace('[options]', `[${say('help.optionsWord')}]`)
    .replace('[command]', `[${say('help.commandWord')}]`);
}

/** The groups that a command stands in, from the outermost: a group may hold others. */
function groupsOf(command: Command): string[] {
  return command.parent === null ? [] : [...groupsOf(command.parent), command.name()];
}

/** A group of commands: `evidence`, `case`. */
export function group(program: Command, name: string): Command {
  return program
    .command(name)
    .description(say(`command.${[...groupsOf(program), name].join('.')}.about`))
    .helpCommand(false);
}

/** A command of a group, described in the locale under `command.<group>.<name>`. */
export function leaf(parent: Command, nameAndArguments: string): Command {
  const [name = '', ...args] = nameAndArguments.split(' ');
  const command = parent.command(name);
  for (const arg of args) command.argument(placeholder(arg), say(`argument.${arg.replace(/[^a-z]/g, '')}`));
  return command.description(say(`command.${[...groupsOf(parent), name].join('.')}`));
}

/** `<file...>` keeps its brackets and gets its word in the user's language. */
function placeholder(arg: string): string {
  return arg.replace(/[a-z]+/, (key) => say(`word.${key}`));
}

interface OptionForm {
  /** Key of the word for its value; without one the option is a switch. */
  readonly value?: string;
  readonly required?: true;
  readonly repeat?: true;
}

/** What may be said, and how often. The text is `option.<name>` of the locale, or another where the same name means another thing. */
const forms: Readonly<Record<string, OptionForm>> = {
  vault: { value: 'folder' },
  user: { value: 'name' },
  'passphrase-file': { value: 'file' },
  json: {},
  progress: {},
};

export function option(
  command: Command,
  name: string,
  form: OptionForm = forms[name] ?? {},
  text = name,
): Command {
  const value = form.value === undefined ? '' : ` <${say(`word.${form.value}`)}>`;
  const flags = `--${name}${value}`;
  const description = say(`option.${text}`);
  const made = new Option(flags, description).makeOptionMandatory(form.required === true);
  if (form.repeat === true) made.argParser((given, before?: readonly string[]) => [...(before ?? []), given]);
  return command.addOption(made);
}

/** What `run` is given: the options, those of every command among them, and the arguments in order. */
type Run<O> = (options: O & Common, ...args: never[]) => Promise<Answer>;

/** Lets a command run and write its answer. The options' type is the command's own word: it declared them. */
export function does<O>(command: Command, run: Run<O>): void {
  command.action(async (...given: unknown[]) => {
    const args = given.slice(0, -2);
    const options = command.optsWithGlobals<O & Common>();
    const answer = await run(options, ...(args as never[]));
    write(options.json, answer);
    if (answer.failed === true) process.exitCode = 1;
  });
}
