"""Words to sound: a speech engine in a process of its own, clips kept ready, outputs that play
them."""
