import { interfaceSuite, ONE_LOOK } from '../e2e/suites/interface';
import { openOnDesktop } from '../support/desktop-reader';

interfaceSuite(openOnDesktop, ONE_LOOK);
