import type { Command } from 'commander';
import type { Disclosed } from '../../../core/features/operations/model.ts';
import { does, leaf, option } from '../../command.ts';
import type { Common } from '../../context.ts';
import type { Answer } from '../../output.ts';
import { say } from '../../texts.ts';
import { dayOf } from '../../times.ts';
import { choiceOf, jsonIn, withOperation } from './given.ts';
import { allEntries } from './log.ts';

interface DiscloseOptions extends Common {
  readonly to: string;
  readonly orderAuthority: string;
  readonly orderNumber: string;
  readonly orderDate: string;
  readonly out: string;
  readonly decisions?: string;
  readonly otherwise?: string;
  readonly reason?: string;
}

/** By its place in the log or its id, as the file says it. */
type Decision = Omit<Disclosed, 'log'> & { readonly entry: number | string };

async function disclose(options: DiscloseOptions, given: string): Promise<Answer> {
  const order = {
    authority: options.orderAuthority,
    number: options.orderNumber,
    day: dayOf(options.orderDate),
  };
  const decided = options.decisions === undefined ? [] : jsonIn<readonly Decision[]>(options.decisions);
  // What is not decided is withheld, never shown, where the person says nothing else.
  const how = choiceOf(['whole', 'withheld'], options.otherwise ?? 'withheld');
  const { to: recipient, reason = say('operation.notDecided') } = options;
  const value = await withOperation(options, given, async (at) => {
    const entries = (await allEntries(at)).map(({ id, position }): Disclosed => {
      const mine = decided.find(({ entry }) => entry === id || Number(entry) === position);
      if (mine === undefined) return how === 'whole' ? { log: id, how } : { log: id, how, reason, order };
      const { entry: _, ...said } = mine;
      return { log: id, ...said };
    });
    const folder = await at.folder(options.out);
    return at.client.call('operations.disclose', {
      operation: at.operation,
      recipient,
      order,
      entries,
      folder,
    });
  });
  return { value, lines: [value.path, value.json] };
}

export function addDisclosure(operation: Command): void {
  const command = leaf(operation, 'disclose <operation>');
  option(command, 'to', { value: 'name', required: true }, 'discloseTo');
  option(command, 'order-authority', { value: 'text', required: true }, 'discloseAuthority');
  option(command, 'order-number', { value: 'number', required: true });
  option(command, 'order-date', { value: 'day', required: true });
  option(command, 'out', { value: 'folder', required: true }, 'discloseOut');
  option(command, 'decisions', { value: 'file' });
  option(command, 'otherwise', { value: 'kind' });
  option(command, 'reason', { value: 'text' });
  does(command, disclose);
}
