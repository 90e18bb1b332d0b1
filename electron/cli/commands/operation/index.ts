import type { Command } from 'commander';
import { group } from '../../command.ts';
import { addAccount } from './account.ts';
import { addAgent } from './agent.ts';
import { addAuthority } from './authority.ts';
import { addDisclosure } from './disclosure.ts';
import { addLog } from './log.ts';
import { addSafety } from './safety.ts';

/** Undercover operations: for their own members, by number or id. */
export function addOperation(program: Command): void {
  const operation = group(program, 'operation');
  addAuthority(operation);
  addAgent(operation);
  addLog(operation);
  addAccount(operation);
  addSafety(operation);
  addDisclosure(operation);
}
