import { Landing } from "#surfaces/entrance/landing.tsx";
import { show } from "./show.tsx";

show(<Landing />);
