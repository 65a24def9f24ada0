"""Everything that can be decided without a clock, a disk, a screen or a loudspeaker."""
