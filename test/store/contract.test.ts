import { testStore } from './contract.ts';
import { fileOf, storeOf } from './support.ts';

testStore('store in a file', (t) => storeOf(t, fileOf(t)));
testStore('store in memory', (t) => storeOf(t, ':memory:'));
