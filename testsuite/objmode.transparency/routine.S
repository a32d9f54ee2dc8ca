/* Assembly that is preprocessed.  */
#define NAME routine
	.text
	.globl NAME
NAME:
	.section .note.GNU-stack,"",@progbits
