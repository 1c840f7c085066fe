import { Landing } from "#surfaces/entrance/landing.tsx";
import { show } from "./opening/show.tsx";

show(<Landing />);
