/**
 * Checks `data/journal/proof.json` with Python's own library and OpenSSL 3, and nothing of ours: as the guide in each
 * package prints it, and as a test runs it.
 */
export const journalRecipe = String.raw`import base64, hashlib, json, subprocess, sys, tempfile
from pathlib import Path

proof = json.loads(Path('data/journal/proof.json').read_text('utf-8'))
size, root = proof['checkpoint']['size'], bytes.fromhex(proof['checkpoint']['root'])
sha = lambda data: hashlib.sha256(data).digest()
wrong = []

def included(node, at, path):                      # RFC 9162, 2.1.3.2
    last = size - 1
    for step in map(bytes.fromhex, path):
        if last == 0: return False
        if at % 2 or at == last:
            node = sha(b'\1' + step + node)
            while at % 2 == 0 and at: at, last = at // 2, last // 2
        else: node = sha(b'\1' + node + step)
        at, last = at // 2, last // 2
    return last == 0 and node == root

def signed(data, signature, key):                  # Ed25519
    der = bytes.fromhex('302a300506032b6570032100') + base64.b64decode(key)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, content in (('key', der), ('data', data), ('sig', signature)):
            (folder / file).write_bytes(content)
        return subprocess.run(['openssl', 'pkeyutl', '-verify', '-pubin', '-keyform', 'DER', '-inkey',
            folder / 'key', '-rawin', '-in', folder / 'data', '-sigfile', folder / 'sig'],
            capture_output=True).returncode == 0

note, line = Path('data/checkpoint.txt').read_bytes().decode().split('\n\n')
said = note.split('\n')
if said[:3] != [proof['checkpoint']['origin'], str(size), base64.b64encode(root).decode()]: wrong.append('checkpoint')
if not signed((note + '\n').encode(), base64.b64decode(line.split()[2])[4:], proof['logKey']): wrong.append('checkpoint')

keys, hashes, shown = {}, {}, 0
for each in proof['entries']:
    text = each.get('entry', '').encode()
    if not included(sha(b'\0' + text) if text else bytes.fromhex(each['leafHash']), each['leaf'], each['path']):
        wrong.append(f"{each['leaf']}: not in the log")
    if not text: continue
    entry, shown = json.loads(text), shown + 1
    body = entry['body']
    if entry['kind'] in ('office.founded', 'user.added'): keys[body['user']['id']] = body['user']['signKey']
    if entry['kind'] == 'evidence.attached': hashes[body['exhibit']] = body['sha256']
    if not signed(text, base64.b64decode(each['signature']), keys.get(entry['author'], '')):
        wrong.append(f"{each['leaf']}: signature")

for each in proof['exhibits']:
    said = hashes.get(each['exhibit'], each['sha256'])
    if said != each['sha256']: wrong.append(each['number'])
    if each['file'] and hashlib.sha256(Path(each['file']).read_bytes()).hexdigest() != said: wrong.append(each['file'])

print(f"{len(proof['entries'])} in the log of {size}, {shown} signatures, {len(hashes)} hashes; root {root.hex()}")
if wrong: sys.exit('BAD: ' + '; '.join(wrong))
`;
