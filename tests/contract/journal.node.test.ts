/** The contract of the journal, in Node: in memory, and the tablet's store over a stand-in for IndexedDB. */
import 'fake-indexeddb/auto';

import { tabletStore } from '#storage/indexed-db.ts';
import { memoryJournal } from '#storage/memory-journal.ts';
import { memoryShelf } from '#storage/memory-shelf.ts';
import { journalContract } from './journal.contract.ts';
import { shelfContract } from './shelf.contract.ts';
import { signingKeysContract } from './signing-keys.contract.ts';
import { freshName, tabletStoreContract } from './tablet-store.contract.ts';

journalContract('memory', memoryJournal);
journalContract('fake-indexeddb', () => tabletStore(freshName()).journal);
tabletStoreContract('fake-indexeddb');
shelfContract('memory', memoryShelf);
shelfContract('fake-indexeddb', () => tabletStore(freshName()).shelf);
signingKeysContract('fake-indexeddb', (place) => tabletStore(place).signingKeys);
