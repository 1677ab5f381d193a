import { openInBrowser } from '../support/browser-reader';
import { interfaceSuite } from './suites/interface';

interfaceSuite(openInBrowser);
