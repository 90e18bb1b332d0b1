/** What the entries of operations are laid out in. */
export const operationTables = {
  operation: `
      CREATE TABLE operation (
        id TEXT PRIMARY KEY,
        case_id TEXT NOT NULL,
        number TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        purpose TEXT NOT NULL,
        state TEXT NOT NULL,
        opened_at TEXT NOT NULL,
        opened_by TEXT NOT NULL,
        ended_at TEXT NOT NULL,
        ending TEXT NOT NULL,
        case_told INTEGER NOT NULL,
        changed_at TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_of_case ON operation (case_id);`,
  operation_member: `
      CREATE TABLE operation_member (
        operation TEXT NOT NULL,
        user TEXT NOT NULL,
        as_role TEXT NOT NULL,
        since TEXT NOT NULL,
        PRIMARY KEY (user, operation)
      ) WITHOUT ROWID;
      CREATE INDEX operation_member_of ON operation_member (operation);`,
  operation_ruling: `
      CREATE TABLE operation_ruling (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        from_day TEXT NOT NULL,
        until_day TEXT NOT NULL,
        body TEXT NOT NULL,
        scope TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_ruling_of ON operation_ruling (operation, from_day);`,
  operation_agent: `
      CREATE TABLE operation_agent (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        code_name TEXT NOT NULL,
        added_at TEXT NOT NULL,
        added_by TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_agent_of ON operation_agent (operation, added_at);
      CREATE INDEX operation_agent_named ON operation_agent (code_name);`,
  operation_envelope: `
      CREATE TABLE operation_envelope (
        agent TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        seal TEXT NOT NULL,
        ciphertext TEXT NOT NULL,
        holders TEXT NOT NULL,
        outside TEXT NOT NULL,
        sealed_at TEXT NOT NULL,
        sealed_by TEXT NOT NULL
      ) WITHOUT ROWID;`,
  operation_record: `
      CREATE TABLE operation_record (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        kind TEXT NOT NULL,
        position INTEGER NOT NULL,
        agent TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        body TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_record_of ON operation_record (operation, kind, happened_at);`,
  operation_irregularity: `
      CREATE TABLE operation_irregularity (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        kind TEXT NOT NULL,
        of_what TEXT NOT NULL,
        subject TEXT NOT NULL,
        agent TEXT NOT NULL,
        happened_at TEXT NOT NULL,
        what TEXT NOT NULL,
        why TEXT NOT NULL,
        written_at TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_irregularity_of ON operation_irregularity (operation, happened_at);`,
  operation_item: `
      CREATE TABLE operation_item (
        id TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        agent TEXT NOT NULL,
        kind TEXT NOT NULL,
        what TEXT NOT NULL,
        serial TEXT NOT NULL,
        issued_on TEXT NOT NULL,
        due_back TEXT NOT NULL,
        returned_on TEXT NOT NULL,
        condition TEXT NOT NULL,
        author TEXT NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_item_of ON operation_item (operation, issued_on);`,
  operation_wait: `
      CREATE TABLE operation_wait (
        agent TEXT PRIMARY KEY,
        operation TEXT NOT NULL,
        next TEXT NOT NULL,
        alarm_at TEXT NOT NULL,
        every_hours INTEGER NOT NULL,
        grace INTEGER NOT NULL
      ) WITHOUT ROWID;
      CREATE INDEX operation_wait_of ON operation_wait (operation);`,
};
