import { systemCode } from '../core/api/errors.ts';
import { createProgram } from './command.ts';
import { addBackup } from './commands/backup.ts';
import { addBundle } from './commands/bundle.ts';
import { addCase } from './commands/case.ts';
import { addCustody } from './commands/custody.ts';
import { addDeadline } from './commands/deadline.ts';
import { addEvidence } from './commands/evidence.ts';
import { addExchange } from './commands/exchange.ts';
import { addIntegrity } from './commands/integrity.ts';
import { addJournal } from './commands/journal.ts';
import { addOperation } from './commands/operation/index.ts';
import { addPerson } from './commands/person.ts';
import { addSearch } from './commands/search.ts';
import { addSeizure } from './commands/seizure.ts';
import { addTestimony } from './commands/testimony.ts';
import { addRole, addUser } from './commands/user.ts';
import { addVault } from './commands/vault.ts';
import { fail } from './output.ts';

const program = createProgram();
addVault(program);
addUser(program);
addRole(program);
addCase(program);
addPerson(program);
addEvidence(program);
addCustody(program);
addDeadline(program);
addBundle(program);
addSearch(program);
addJournal(program);
addOperation(program);
addTestimony(program);
addSeizure(program);
addExchange(program);
addIntegrity(program);
addBackup(program);

// Whoever reads the answer may stop reading: `custodia case list | head -1`.
process.stdout.on('error', (error) => {
  if (systemCode(error) !== 'EPIPE') throw error;
});

try {
  await program.parseAsync(process.argv);
} catch (error) {
  process.exitCode = fail(error, process.argv.includes('--json'));
}
