"""What holds for all tests."""

from engine.threads import let_sleep

let_sleep()  # tests share the processor, often with each other
