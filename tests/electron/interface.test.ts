import { interfaceSuite } from '../e2e/suites/interface';
import { openOnDesktop } from '../support/desktop-reader';

interfaceSuite(openOnDesktop);
